"""House Rules: practise and prove fair moderation of police social-media pages."""
